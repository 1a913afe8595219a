package vn.sohoa.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sohoa.audit.Chain;
import vn.sohoa.audit.Chain.Verdict;

/** {@code verify-audit}: whether the audit is as it was written. */
public final class VerifyAudit {
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int UNUSABLE = 2;
    private static final String HELP = """
            java -jar sohoa.jar verify-audit [--head HASH] [--sohoa.data=…]
            Kiểm tra chuỗi nhật ký; --head so với mã đầu chuỗi đã ghi lại lần trước.
            Checks the chain of the audit; --head compares with a head that was noted before.""";

    private VerifyAudit() {}

    /** Where the database is opened. */
    @FunctionalInterface
    public interface Opener {
        Opened open(List<String> settings);
    }

    /** An open database; closed when the command is done. */
    public interface Opened extends AutoCloseable {
        Connection connection() throws SQLException;

        /** Whether a service works on it, so that entries are sealed as they come. */
        boolean served();

        @Override
        void close() throws IOException;
    }

    /** @return 0 whole, 1 not as it was written, 2 it could not be looked at */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, Opener opener) {
        List<String> settings = new ArrayList<>();
        Optional<String> head = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--head") && i + 1 < arguments.size()) {
                head = Optional.of(arguments.get(++i));
            } else if (argument.startsWith("--sohoa.")) {
                settings.add(argument);
            } else {
                err.println(HELP);
                return argument.equals("--help") ? WHOLE : UNUSABLE;
            }
        }
        try (Opened database = opener.open(settings);
                Connection connection = database.connection()) {
            return told(Chain.verify(connection, head, database.served()), out);
        } catch (SQLException | IOException | RuntimeException e) {
            err.println("Không kiểm tra được nhật ký: " + e.getMessage() + "\nThe audit cannot be checked: "
                    + e.getMessage());
            return UNUSABLE;
        }
    }

    private static int told(Verdict verdict, PrintStream out) {
        if (verdict instanceof Verdict.Whole whole) {
            out.println("Nhật ký nguyên vẹn: " + whole.links() + " dòng đã niêm phong, " + whole.waiting()
                    + " dòng đang chờ.\nThe audit is whole: " + whole.links() + " entries sealed, " + whole.waiting()
                    + " waiting.\nhead " + whole.head());
            return WHOLE;
        }
        Verdict.Broken broken = (Verdict.Broken) verdict;
        out.println("Nhật ký KHÔNG nguyên vẹn.\nThe audit is NOT as it was written.\nfault " + broken.fault()
                + "\nlink " + broken.seq() + "\nentry "
                + broken.entry().map(Object::toString).orElse("-"));
        return BROKEN;
    }
}
