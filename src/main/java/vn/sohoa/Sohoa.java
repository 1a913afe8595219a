package vn.sohoa;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.cli.Digitize;
import vn.sohoa.cli.LearnWords;
import vn.sohoa.cli.VerifyAudit;
import vn.sohoa.ops.OwnerDatabase;
import vn.sohoa.ops.Relaunch;
import vn.sohoa.ops.StartRefused;

/** The service, and the commands that use the same rooms. */
@SpringBootApplication
public class Sohoa {
    public static void main(String[] args) {
        Relaunch.withOwnOptions();
        if (args.length > 0 && args[0].equals("digitize")) {
            System.exit(Digitize.run(Arrays.asList(args).subList(1, args.length), people(), Sohoa::start));
        }
        if (args.length > 0 && args[0].equals("verify-audit")) {
            List<String> arguments = Arrays.asList(args).subList(1, args.length);
            System.exit(VerifyAudit.run(arguments, words(FileDescriptor.out), people(), Sohoa::database));
        }
        if (args.length > 0 && args[0].equals("learn-words")) {
            List<String> arguments = Arrays.asList(args).subList(1, args.length);
            System.exit(LearnWords.run(arguments, words(FileDescriptor.out), people(), Sohoa::database));
        }
        new SpringApplicationBuilder(Sohoa.class).run(args);
    }

    private static VerifyAudit.Opened database(List<String> settings) {
        OwnerDatabase database = OwnerDatabase.open(settings);
        return new VerifyAudit.Opened() {
            @Override
            public Connection connection() throws SQLException {
                return database.connection();
            }

            @Override
            public boolean served() {
                return database.served();
            }

            @Override
            public void close() throws IOException {
                database.close();
            }
        };
    }

    /** Standard error for sentences: UTF-8 whatever the locale says, since half of each sentence is Vietnamese. */
    private static PrintStream people() {
        return words(FileDescriptor.err);
    }

    private static PrintStream words(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    /** The command stops and tidies up by itself, so it needs no hook of the framework. */
    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try {
            return new SpringApplicationBuilder(Sohoa.class)
                    .registerShutdownHook(false)
                    .run(arguments);
        } catch (RuntimeException e) {
            throw StartRefused.sentences(e)
                    .<RuntimeException>map(told -> new Digitize.NotStarted(told, e))
                    .orElse(e);
        }
    }
}
