/**
 * Test papers by the thousand: invented people on forms like those of a counter, drawn, worn and scanned by a seed, with
 * their truth beside them. Shares nothing with what reads them but the codes of the catalog.
 */
@NullMarked
package vn.sohoa.papers;

import org.jspecify.annotations.NullMarked;
