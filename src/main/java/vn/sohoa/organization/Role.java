package vn.sohoa.organization;

import java.util.Set;

/** What a person does in a unit. */
public enum Role {
    /** Receives, confirms and looks up papers (cán bộ tiếp nhận). */
    CLERK,
    /** Keys civil-registry cases from their pages (người nhập liệu). */
    KEYER,
    /** Decides where two keyers differ (người đối chiếu). */
    ARBITER,
    /** Keeps accounts, counters and books of the unit and of those below it (quản trị đơn vị). */
    UNIT_ADMIN,
    /** Reads what was done and looked at, in the unit and below it, and no paper (kiểm tra). */
    AUDITOR;

    private static final Set<Role> WHOLE_BRANCH = Set.of(UNIT_ADMIN, AUDITOR);

    /** Whether the role in a unit holds for the units below it too. */
    public boolean holdsBelow() {
        return WHOLE_BRANCH.contains(this);
    }
}
