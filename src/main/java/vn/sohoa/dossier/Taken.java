package vn.sohoa.dossier;

/** What a line of a list did. */
public enum Taken {
    NEW,
    CHANGED,
    UNCHANGED
}
