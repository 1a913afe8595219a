package vn.sohoa.classification;

/** How many pages a paper of a type has. */
public enum Layout {
    /** One page; whatever follows is another paper. */
    SINGLE,
    /** A card: two sides, on one page or on two that follow each other. */
    CARD,
    /** Any number of pages; the title stands on the first. */
    PAGES
}
