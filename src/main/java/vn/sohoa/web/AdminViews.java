package vn.sohoa.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sohoa.organization.UnitTree;

/** What the screens of administrators have in common. */
final class AdminViews {
    private AdminViews() {}

    static Map<UUID, String> codes(List<UnitTree.Unit> tree) {
        Map<UUID, String> codes = new LinkedHashMap<>();
        tree.forEach(unit -> codes.put(unit.id(), unit.code()));
        return codes;
    }
}
