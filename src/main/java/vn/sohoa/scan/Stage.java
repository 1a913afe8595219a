package vn.sohoa.scan;

/** The stages of the walk that work under a lease: what each takes up, and the state it holds it in meanwhile. */
public enum Stage {
    SPLIT(Subject.SCAN, State.RECEIVED, State.SPLITTING),
    READ(Subject.PAGE, State.WAITING, State.READING),
    UNDERSTAND(Subject.SCAN, State.READ, State.UNDERSTANDING),
    /** A document whose pages or type a person changed is read anew. */
    EXTRACT(Subject.DOCUMENT, State.RECUT, State.EXTRACTING),
    RENDER(Subject.DOCUMENT, State.CUT, State.RENDERING),
    PUBLISH(Subject.DOCUMENT, State.CONFIRMED, State.PUBLISHING);

    private final Subject subject;
    private final State from;
    private final State during;

    Stage(Subject subject, State from, State during) {
        this.subject = subject;
        this.from = from;
        this.during = during;
    }

    public Subject subject() {
        return subject;
    }

    /** The state in which a row is due for this stage. */
    public State from() {
        return from;
    }

    /** The state in which a row is while someone works on it under a lease. */
    public State during() {
        return during;
    }
}
