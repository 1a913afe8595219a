package vn.sohoa.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** {@code learn-words}: asks the service to learn a new model of words from confirmed papers. */
public final class LearnWords {
    private static final int ASKED = 0;
    private static final int UNUSABLE = 2;
    private static final String HELP = """
            java -jar sohoa.jar learn-words [--sohoa.data=…]
            Yêu cầu học mô hình từ ngữ mới từ giấy tờ đã xác nhận; mô hình mới chờ quản trị quyết định.
            Asks for a new model of words, learned from confirmed papers; it waits for an administrator's decision.""";

    private LearnWords() {}

    /** @return 0 asked, 2 it could not be */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, VerifyAudit.Opener opener) {
        List<String> settings = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.startsWith("--sohoa.")) {
                err.println(HELP);
                return argument.equals("--help") ? ASKED : UNUSABLE;
            }
            settings.add(argument);
        }
        try (VerifyAudit.Opened database = opener.open(settings);
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update word_lesson set due_at = now(), asked_by = 'learn-words'");
            out.println(
                    database.served()
                            ? "Đã ghi nhận: mô hình mới sẽ được học trong vài phút; xem tại /admin/words.\n"
                                    + "Noted: a new model is learned within minutes; see /admin/words."
                            : "Đã ghi nhận: mô hình mới sẽ được học khi dịch vụ chạy; xem tại /admin/words.\n"
                                    + "Noted: a new model is learned once the service runs; see /admin/words.");
            return ASKED;
        } catch (SQLException | IOException | RuntimeException e) {
            err.println("Không yêu cầu được: " + e.getMessage() + "\nIt cannot be asked for: " + e.getMessage());
            return UNUSABLE;
        }
    }
}
