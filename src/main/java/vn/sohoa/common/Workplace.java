package vn.sohoa.common;

import java.nio.file.Path;

/** A folder for work under way; what an earlier process left there is nobody's any more. */
public record Workplace(Path folder) {}
