package vn.sohoa.page;

/**
 * One recognized word.
 *
 * @param text in NFC, without spaces
 * @param confidence the engine's own, 0 to 1; says little about tone marks in names
 */
public record Word(String text, Box box, float confidence) {}
