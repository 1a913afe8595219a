package vn.sohoa.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sohoa.organization.Administration;
import vn.sohoa.organization.Person;
import vn.sohoa.organization.Role;

/** Accounts of the administrator's units. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "accounts", description = "Tài khoản và vai trò")
class AccountApi {
    private static final String KIND = "ACCOUNT";

    private final Administration administration;
    private final Deeds deeds;

    AccountApi(Administration administration, Deeds deeds) {
        this.administration = administration;
        this.deeds = deeds;
    }

    record GivenRole(UUID unit, Role role) {}

    /** @param whole whether all of the account's roles are in units of the administrator */
    record AccountItem(
            UUID id,
            String name,
            String displayName,
            boolean active,
            boolean locked,
            boolean mustChange,
            List<GivenRole> roles,
            boolean whole) {
        static AccountItem of(Administration.Entry e) {
            return new AccountItem(
                    e.id(),
                    e.name(),
                    e.displayName(),
                    e.active(),
                    e.locked(),
                    e.mustChange(),
                    e.given().stream()
                            .map(given -> new GivenRole(given.unit(), given.role()))
                            .toList(),
                    e.whole());
        }
    }

    record NewAccount(String name, String displayName, UUID unit, Role role) {}

    /** @param password told this once; to be changed at the first sign-in */
    record FirstPassword(UUID account, String password) {}

    @GetMapping
    @Operation(summary = "Everyone with a role in the administrator's units")
    List<AccountItem> list(@AuthenticationPrincipal Person who) {
        return administration.accounts(who).stream().map(AccountItem::of).toList();
    }

    @PostMapping
    @Operation(summary = "A new account with its first role; the answer tells its first password, once")
    ResponseEntity<FirstPassword> create(@RequestBody NewAccount given, @AuthenticationPrincipal Person who) {
        UUID unit = given.unit();
        Role role = given.role();
        String name = given.name().strip().toLowerCase(Locale.ROOT);
        Administration.First first = deeds.run(() -> {
            Administration.First made = administration.create(who, name, given.displayName(), unit, role);
            deeds.write(who, unit, "ACCOUNT_CREATED", KIND, made.id());
            deeds.write(who, unit, "ROLE_GIVEN_" + role, KIND, made.id());
            return made;
        });
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + first.id()))
                .cacheControl(CacheControl.noStore())
                .body(new FirstPassword(first.id(), first.password()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One account")
    AccountItem one(@PathVariable UUID id, @AuthenticationPrincipal Person who) {
        return AccountItem.of(find(id, who));
    }

    @PostMapping("/{id}/grant")
    @Operation(summary = "Gives the account a role in a unit")
    AccountItem grant(@PathVariable UUID id, @RequestBody GivenRole given, @AuthenticationPrincipal Person who) {
        find(id, who);
        UUID unit = given.unit();
        Role role = given.role();
        return deeds.run(() -> {
            administration.grant(who, id, unit, role);
            deeds.write(who, unit, "ROLE_GIVEN_" + role, KIND, id);
            return one(id, who);
        });
    }

    @PostMapping("/{id}/revoke")
    @Operation(summary = "Takes a role in a unit from the account")
    ResponseEntity<Void> revoke(
            @PathVariable UUID id, @RequestBody GivenRole given, @AuthenticationPrincipal Person who) {
        find(id, who);
        UUID unit = given.unit();
        Role role = given.role();
        return deeds.run(() -> {
            administration.revoke(who, id, unit, role);
            deeds.write(who, unit, "ROLE_TAKEN_" + role, KIND, id);
            return ResponseEntity.noContent().build();
        });
    }

    @PostMapping("/{id}/activate")
    @Operation(summary = "Lets the account in again")
    AccountItem activate(@PathVariable UUID id, @AuthenticationPrincipal Person who) {
        return active(id, who, true);
    }

    @PostMapping("/{id}/deactivate")
    @Operation(summary = "Shuts the account out, at once")
    AccountItem deactivate(@PathVariable UUID id, @AuthenticationPrincipal Person who) {
        return active(id, who, false);
    }

    private AccountItem active(UUID id, Person who, boolean on) {
        UUID home = home(find(id, who));
        return deeds.run(() -> {
            administration.activate(who, id, on);
            deeds.write(who, home, on ? "ACCOUNT_ACTIVATED" : "ACCOUNT_DEACTIVATED", KIND, id);
            return one(id, who);
        });
    }

    @PostMapping("/{id}/unlock")
    @Operation(summary = "Forgets the wrong passwords that locked the account")
    AccountItem unlock(@PathVariable UUID id, @AuthenticationPrincipal Person who) {
        UUID home = home(find(id, who));
        return deeds.run(() -> {
            administration.unlock(who, id);
            deeds.write(who, home, "ACCOUNT_UNLOCKED", KIND, id);
            return one(id, who);
        });
    }

    @PostMapping("/{id}/reset")
    @Operation(summary = "Another first password, told once; sessions begun before are over")
    ResponseEntity<FirstPassword> reset(@PathVariable UUID id, @AuthenticationPrincipal Person who) {
        UUID home = home(find(id, who));
        String password = deeds.run(() -> {
            String made = administration.reset(who, id);
            deeds.write(who, home, "PASSWORD_RESET", KIND, id);
            return made;
        });
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new FirstPassword(id, password));
    }

    private Administration.Entry find(UUID id, Person who) {
        return administration.accounts(who).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** A unit of the administrator's in which the account has a role. */
    private static UUID home(Administration.Entry entry) {
        return entry.given().get(0).unit();
    }
}
