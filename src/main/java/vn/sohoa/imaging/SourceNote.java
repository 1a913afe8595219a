package vn.sohoa.imaging;

/**
 * What people are told of a file, because it is not what a scanner makes. What it holds besides its pages is never run,
 * opened or sent: it stays in the original, and no page image and so no rendition has it.
 */
public enum SourceNote {
    /** JavaScript. */
    SCRIPT,
    /** An action that would start a program, open another file, or send what is filled in. */
    ACTION,
    /** Files inside the file, sounds and films among them. */
    ATTACHMENT,
    /** Text in an encoding before Unicode, which was converted. */
    OLD_LETTERS
}
