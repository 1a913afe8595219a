/** What the measuring scripts of {@code infra/} run: it measures, and belongs to no test. */
@org.jspecify.annotations.NullMarked
package vn.sohoa.measure;
