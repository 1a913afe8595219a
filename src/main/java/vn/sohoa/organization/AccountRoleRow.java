package vn.sohoa.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

@Entity(name = "AccountRoleRow")
@Table(name = "account_role")
@IdClass(AccountRoleRow.Key.class)
class AccountRoleRow {
    @Id
    UUID accountId;

    @Id
    UUID unitId;

    @Id
    @Enumerated(EnumType.STRING)
    Role role;

    @SuppressWarnings("NullAway.Init")
    AccountRoleRow() {}

    AccountRoleRow(UUID accountId, UUID unitId, Role role) {
        this.accountId = accountId;
        this.unitId = unitId;
        this.role = role;
    }

    /** What JPA knows a row by. */
    record Key(UUID accountId, UUID unitId, Role role) implements Serializable {}
}
