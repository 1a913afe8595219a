package vn.sohoa.ocr;

import java.nio.file.Path;

/**
 * Where a recognizer leaves JPEGs of the page for people to look at.
 *
 * @param view for the screen
 * @param thumbnail a small one
 */
public record Views(Path view, Path thumbnail) {}
