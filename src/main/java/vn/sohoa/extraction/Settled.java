package vn.sohoa.extraction;

import java.util.Optional;

/**
 * A value held against its closed list.
 *
 * @param value as it was read, or as it can only have been meant
 * @param doubt why a person has to look, in Vietnamese; empty where nothing speaks against the value
 */
record Settled(String value, Optional<String> doubt) {}
