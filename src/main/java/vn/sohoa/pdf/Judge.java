package vn.sohoa.pdf;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import vn.sohoa.common.WorkFolder;

/** One child process that judges, {@link JudgeMain}, and the way to ask it. For one thread at a time. */
final class Judge implements AutoCloseable {
    private static final String DIED = "";

    private static final Duration DYING = Duration.ofSeconds(5);

    private final CheckSettings settings;
    private final WorkFolder classes;
    private final Process process;
    private final DataOutputStream questions;
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(2);
    private long asked = System.nanoTime();
    private int documents;

    private Judge(CheckSettings settings, WorkFolder classes, Process process) {
        this.settings = settings;
        this.classes = classes;
        this.process = process;
        this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        Thread reader = new Thread(this::listen, "pdf-judge");
        reader.setDaemon(true);
        reader.start();
    }

    static Judge start(CheckSettings settings) throws IOException {
        WorkFolder classes = WorkFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
        try {
            return new Judge(
                    settings,
                    classes,
                    JudgeCommand.of(settings, classes.folder()).start());
        } catch (IOException | RuntimeException e) {
            classes.close();
            throw e;
        }
    }

    private void listen() {
        try (InputStream bytes = process.getInputStream();
                DataInputStream in = new DataInputStream(new BufferedInputStream(bytes))) {
            while (answers.offer(in.readUTF())) {
                // one answer a question
            }
        } catch (IOException e) {
            // it has ended: told below
        }
        answers.offer(DIED);
    }

    /** The answer; nothing where none came in time, or the child died. */
    Optional<String> ask(Path pdf, Duration limit) throws InterruptedException {
        documents++;
        boolean heard = put(pdf.toAbsolutePath().toString());
        String answer = heard ? answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS) : DIED;
        asked = System.nanoTime();
        if (DIED.equals(answer)) {
            process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS); // its pipes end a moment before it does
            return Optional.empty();
        }
        return Optional.ofNullable(answer);
    }

    private boolean put(String question) {
        try {
            questions.writeUTF(question);
            questions.flush();
            return true;
        } catch (IOException e) {
            return false; // it died between two questions
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it may be asked again: not worn out, and not about to end because nobody has asked for long. */
    boolean isFresh() {
        long idle = System.nanoTime() - asked;
        return isAlive()
                && documents < settings.documentsPerChild()
                && idle < settings.idle().toNanos() / 2;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        classes.close();
    }
}
