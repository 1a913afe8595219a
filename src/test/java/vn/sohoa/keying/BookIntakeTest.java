package vn.sohoa.keying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import vn.sohoa.Eventually;
import vn.sohoa.RegisterPages;
import vn.sohoa.RunningApplication;
import vn.sohoa.common.Code;
import vn.sohoa.organization.Counters;
import vn.sohoa.register.BookBoard;
import vn.sohoa.register.BookState;
import vn.sohoa.register.BookView;

/** Pages dropped into the watched folder of a book stand in it by themselves, through the real walk. */
@ExtendWith(RunningApplication.class)
class BookIntakeTest {
    private static final Code UNIT = new Code("ubnd-xa-so-sach");

    @Test
    void droppedPagesStandInTheirBook(
            ConfigurableApplicationContext application, Environment settings, BookBoard board, Counters counters)
            throws IOException {
        Path data = Path.of(settings.getRequiredProperty("sohoa.data"));
        Path folder = data.resolve("inbox")
                .resolve(UNIT.text())
                .resolve(Books.COUNTER.text())
                .resolve(RegisterPages.BOOK);
        RegisterPages.draw(folder);
        UUID unit = counters.at(UNIT, Books.COUNTER).unitId();
        Eventually.until(
                "four pages stand in the book",
                Duration.ofMinutes(2),
                () -> board.book(unit, RegisterPages.BOOK)
                        .filter(book -> book.found() == RegisterPages.PAGES.size())
                        .isPresent(),
                () -> String.valueOf(board.book(unit, RegisterPages.BOOK)));
        BookView book = board.book(unit, RegisterPages.BOOK).orElseThrow();
        assertThat(book.state()).isEqualTo(BookState.KEYING);
        assertThat(board.pages(book.id()).stream()
                        .map(page -> page.number().orElse(0))
                        .toList())
                .isEqualTo(List.of(1, 2, 3, 4));
        assertThat(board.gaps(book.id()).count()).isZero();
        assertThat(board.odd(book.id())).isEmpty();
        assertThat(application.isActive()).isTrue();
    }
}
