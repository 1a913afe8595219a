package vn.sohoa.ops;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.common.Code;
import vn.sohoa.organization.Accounts;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.UnitTree;
import vn.sohoa.organization.Units;

/** The units and the people of the demonstration, all invented; made once. */
@Component
class DemoPeople {
    static final Code UNIT = new Code("H23.demo");
    static final Code OTHER_UNIT = new Code("H23.demo2");

    private static final int SHORT = 8;
    private static final List<Invented> PEOPLE = List.of(
            new Invented("canbo", "Nguyễn Thị Tiếp Nhận", UNIT, Role.CLERK, "kiểm tra giấy tờ / reviews papers"),
            new Invented("nhaplieu1", "Trần Văn Nhập", UNIT, Role.KEYER, "nhập sổ lần 1 / keys the book first"),
            new Invented("nhaplieu2", "Lê Thị Nhập", UNIT, Role.KEYER, "nhập sổ lần 2 / keys it again, blind"),
            new Invented("doichieu", "Phạm Văn Đối Chiếu", UNIT, Role.ARBITER, "quyết định chỗ khác nhau / decides"),
            new Invented("quantrixa", "Vũ Thị Quản Trị", UNIT, Role.UNIT_ADMIN, "sổ, tài khoản / books, accounts"),
            new Invented("kiemtra", "Đỗ Văn Kiểm Tra", UNIT, Role.AUDITOR, "nhật ký / the audit"),
            new Invented("canbo2", "Hoàng Văn Đơn Vị Khác", OTHER_UNIT, Role.CLERK, "đơn vị khác / another unit"));

    private final Accounts accounts;
    private final Units units;
    private final UnitTree tree;
    private final DataFolder data;
    private final TransactionTemplate transactions;

    DemoPeople(Accounts accounts, Units units, UnitTree tree, DataFolder data, TransactionTemplate transactions) {
        this.accounts = accounts;
        this.units = units;
        this.tree = tree;
        this.data = data;
        this.transactions = transactions;
    }

    private record Invented(String name, String displayName, Code unit, Role role, String does) {}

    /** The password of all of them, made once for this installation. */
    String password() {
        return "Demo-1!"
                + new Secrets(data.resolve("secrets")).get("demo-people").substring(0, SHORT);
    }

    void make() {
        transactions.executeWithoutResult(status -> {
            unit(UNIT, "Xã Minh Tân (trình diễn)");
            unit(OTHER_UNIT, "Xã An Bình (trình diễn)");
            PEOPLE.forEach(this::person);
        });
    }

    private void unit(Code code, String name) {
        Person founder =
                new Person(Units.ROOT, "system:demo", "demo", Map.of(Role.UNIT_ADMIN, units.branch(Units.ROOT)), false);
        UnitTree.Facts facts = new UnitTree.Facts(name, Units.ROOT, Optional.empty(), Optional.empty());
        if (units.find(code).isEmpty()) {
            tree.create(founder, code.text(), facts);
        }
    }

    private void person(Invented person) {
        if (accounts.known(person.name()).isEmpty()) {
            UUID account = accounts.create(person.name(), person.displayName(), password());
            accounts.grant(account, units.find(person.unit()).orElseThrow(), person.role());
            accounts.choose(account, password());
        }
    }

    /** Who may sign in, and what for. */
    String list() {
        StringBuilder text = new StringBuilder();
        PEOPLE.forEach(person -> text.append("  %-10s %s%n".formatted(person.name(), person.does())));
        return text.append("  mật khẩu / password: ").append(password()).toString();
    }
}
