package vn.sohoa.ops;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.organization.Accounts;
import vn.sohoa.organization.Role;
import vn.sohoa.organization.Units;

/**
 * Makes the first account of an installation. Its password is made once and lies in {@code <data>/secrets}, readable by
 * the owner of the service alone; whoever signs in with it has to change it.
 */
@Component
class FirstAdministrator {
    static final String NAME = "quantri";
    static final String SECRET = "first-administrator";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final DataFolder data;
    private final TransactionTemplate transactions;
    private final Settings settings;

    FirstAdministrator(Accounts accounts, DataFolder data, TransactionTemplate transactions, Settings settings) {
        this.accounts = accounts;
        this.data = data;
        this.transactions = transactions;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        if (!settings.roles().contains(Settings.Role.WEB)) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            if (accounts.none()) {
                String password = new Secrets(data.resolve("secrets")).get(SECRET);
                var account = accounts.create(NAME, "Quản trị hệ thống", password);
                accounts.grant(account, Units.ROOT, Role.UNIT_ADMIN);
                accounts.grant(account, Units.ROOT, Role.AUDITOR);
                log.info("The first administrator is {}; next they sign in and change the password", NAME);
            }
        });
    }
}
