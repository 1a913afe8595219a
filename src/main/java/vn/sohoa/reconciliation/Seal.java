package vn.sohoa.reconciliation;

import vn.sohoa.audit.Sealing;
import vn.sohoa.common.Step;

/** Chains what has been written into the audit since the last round. */
public class Seal {
    private static final int BATCH = 500;
    private static final int BATCHES = 40;

    private final Sealing sealing;

    public Seal(Sealing sealing) {
        this.sealing = sealing;
    }

    /** One round over a bounded number of entries. */
    public void round() {
        for (int i = 0; i < BATCHES; i++) {
            int sealed = sealing.seal(BATCH);
            if (sealed > 0) {
                Step.SEAL_COMMITTED.reached();
            }
            if (sealed < BATCH) {
                return;
            }
        }
    }
}
