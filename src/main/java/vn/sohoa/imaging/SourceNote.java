package vn.sohoa.imaging;

/**
 * What a file holds besides its pages. None of it is ever run, opened or sent: it stays in the original, and no page
 * image and so no rendition has it. People are told, because it is not what a scanner makes.
 */
public enum SourceNote {
    /** JavaScript. */
    SCRIPT,
    /** An action that would start a program, open another file, or send what is filled in. */
    ACTION,
    /** Files inside the file, sounds and films among them. */
    ATTACHMENT
}
