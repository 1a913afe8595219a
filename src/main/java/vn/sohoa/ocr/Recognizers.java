package vn.sohoa.ocr;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;
import vn.sohoa.page.PageImage;

/**
 * The supervised recognizer children of this process: started when first needed, kept warm, one page at a time each,
 * replaced after a number of pages or when they die. Thread-safe. A child ends by itself when this process does, even
 * by {@code kill -9}.
 */
public final class Recognizers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recognizers.class);

    private final RecognizerSettings settings;
    private final StartBreaker breaker;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Child> idle = new ConcurrentLinkedDeque<>();
    private final Set<Child> all = ConcurrentHashMap.newKeySet();
    private final AtomicLong tickets = new AtomicLong();
    private final AtomicLong started = new AtomicLong();
    private volatile boolean closed;

    public Recognizers(RecognizerSettings settings) {
        this.settings = settings;
        this.breaker = new StartBreaker(settings.restAfterFailedStarts(), System::nanoTime);
        this.free = new Semaphore(settings.workers(), true);
    }

    /**
     * Reads one page; waits until a child is free. The wait is not part of the page's time.
     *
     * @param view where a JPEG of the page for the screen is written
     * @param thumbnail where a small JPEG of the page is written
     * @throws Failure.BadInput where the image cannot be decoded: no child will ever read it
     * @throws Failure.Unavailable where the engine does not start, or we are being closed or interrupted; costs the page
     *     nothing
     * @throws RecognizerFailure where this page cost a child its life
     */
    public Reading read(PageImage image, Path view, Path thumbnail) {
        return read(image, 0, view, thumbnail);
    }

    /**
     * Reads one page that does not stand upright; boxes are on the page as scanned all the same.
     *
     * @param turn how far it has to be turned clockwise: 0, 90, 180 or 270
     */
    public Reading read(PageImage image, int turn, Path view, Path thumbnail) {
        return read(image, turn, Optional.of(new Views(view, thumbnail)), Hold.UNCONTESTED);
    }

    /**
     * As above, for callers that bring their page before a child is free, so that no child ever waits for a page.
     *
     * @param views none where nobody will look at the page
     * @param hold how the page is kept from others, while it waits for its turn and while it is read
     */
    public Reading read(PageImage image, int turn, Optional<Views> views, Hold hold) {
        try {
            boolean waited = !free.tryAcquire(0, TimeUnit.SECONDS);
            if (waited) {
                free.acquire();
            }
            try {
                if (waited) {
                    hold.renew().run();
                }
                Message.Read page = new Message.Read(
                        tickets.incrementAndGet(),
                        absolute(image.file()),
                        image.dpi(),
                        turn,
                        views.map(Views::view).map(Recognizers::absolute).orElse(""),
                        views.map(Views::thumbnail).map(Recognizers::absolute).orElse(""));
                return read(page, hold);
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        }
    }

    /** Starts all children now, in the background, for those who know that pages will come at once. */
    public void warm() {
        for (int i = 0; i < settings.workers(); i++) {
            Thread thread = new Thread(this::warmOne, "recognizer-warm-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void warmOne() {
        if (!free.tryAcquire()) {
            return; // somebody reads already, and starts what they need
        }
        try {
            giveBack(start(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Failure e) {
            LOG.debug("no recognizer is warm yet; the first page tries again: {}", e.getMessage());
        } finally {
            free.release();
        }
    }

    private Reading read(Message.Read page, Hold hold) throws InterruptedException {
        while (true) {
            Child child = take();
            boolean fit = false;
            try {
                Message answer = child.ask(page, settings.pageLimit(), hold);
                Reading reading = reading(page, answer);
                fit = true;
                return reading;
            } catch (Failure e) {
                fit = !closed;
                throw e;
            } catch (Child.Overran e) {
                throw lost(RecognizerFailure.Kind.TIMEOUT, text(settings.pageLimit()));
            } catch (Child.Died e) {
                if (e.withPage) {
                    throw lost(RecognizerFailure.Kind.DIED, String.valueOf(e.getMessage()));
                }
                LOG.info(
                        "recognizer {} was dead before it was asked: another one",
                        child.handle().pid());
            } finally {
                giveBack(child, fit);
            }
        }
    }

    private static Reading reading(Message.Read page, Message answer) {
        if (answer instanceof Message.Done done && done.ticket() == page.ticket()) {
            return done.reading();
        }
        if (answer instanceof Message.Refused refused && refused.ticket() == page.ticket()) {
            Reason reason = Reason.of(ReasonCode.valueOf(refused.code()), refused.detail());
            switch (refused.cause()) {
                case BAD_INPUT -> throw new Failure.BadInput(reason);
                case UNAVAILABLE -> throw new Failure.Unavailable(reason);
                case BUG -> throw new IllegalStateException("in the recognizer: " + refused.detail());
            }
        }
        throw new IllegalStateException("not an answer to ticket " + page.ticket() + ": " + answer);
    }

    private Child take() throws InterruptedException {
        for (Child child = idle.pollFirst(); child != null; child = idle.pollFirst()) {
            if (child.isAlive()) {
                return child;
            }
            LOG.warn("recognizer {} died while idle", child.handle().pid());
            end(child);
        }
        return start();
    }

    private Child start() throws InterruptedException {
        while (true) {
            String why = breaker.resting();
            if (closed || why != null) {
                throw unavailable(why == null ? "closing" : why);
            }
            try (ChildClasses classes = ChildClasses.here()) {
                Child child = Child.start(ChildCommand.of(settings, classes.place()), settings.startLimit());
                breaker.started();
                started.incrementAndGet();
                all.add(child);
                if (closed) {
                    end(child);
                    throw unavailable("closing");
                }
                return child;
            } catch (Child.StartFailure | IOException e) {
                LOG.error("a recognizer does not start: {}", e.getMessage());
                breaker.failed(String.valueOf(e.getMessage()));
            }
        }
    }

    private void giveBack(Child child, boolean fit) {
        if (fit && !child.isAnswering() && child.pages() < settings.pagesPerChild()) {
            idle.addFirst(child);
            if (!closed) {
                return;
            }
        }
        end(child);
    }

    private void end(Child child) {
        idle.remove(child);
        all.remove(child);
        child.kill();
    }

    /** A child that ended because we closed says nothing about its page. */
    private RuntimeException lost(RecognizerFailure.Kind kind, String detail) {
        if (closed) {
            return unavailable("closing");
        }
        RecognizerFailure failure = new RecognizerFailure(kind, detail);
        LOG.warn("a page cost a recognizer its life: {}", failure.getMessage());
        return failure;
    }

    private static Failure.Unavailable unavailable(String detail) {
        return new Failure.Unavailable(Reason.of(ReasonCode.ENGINE_UNAVAILABLE, detail));
    }

    private static String text(Duration limit) {
        return limit.toMillis() % 1_000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }

    /** Children started so far; grows by one for each that died or was recycled. */
    public long started() {
        return started.get();
    }

    /** The processes that live now. */
    List<ProcessHandle> children() {
        return all.stream().filter(Child::isAlive).map(Child::handle).toList();
    }

    /** Why no child starts; null while children start. */
    public @Nullable String resting() {
        return breaker.resting();
    }

    /** Ends every child at once; whoever waits for a page is told that we are unavailable. */
    @Override
    public void close() {
        closed = true;
        all.forEach(this::end);
    }
}
