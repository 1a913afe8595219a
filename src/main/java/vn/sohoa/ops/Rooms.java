package vn.sohoa.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import vn.sohoa.audit.Sealing;
import vn.sohoa.catalog.Calibration;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.WordLessons;
import vn.sohoa.catalog.WordModels;
import vn.sohoa.common.Code;
import vn.sohoa.common.NodeName;
import vn.sohoa.common.WorkFolder;
import vn.sohoa.common.Workplace;
import vn.sohoa.dataset.Papers;
import vn.sohoa.dossier.Dossiers;
import vn.sohoa.dossier.ListTaking;
import vn.sohoa.filing.Attach;
import vn.sohoa.filing.Render;
import vn.sohoa.imaging.Budgets;
import vn.sohoa.intake.Aftercare;
import vn.sohoa.intake.DossierFiles;
import vn.sohoa.intake.FinishedFolder;
import vn.sohoa.intake.FreeSpace;
import vn.sohoa.intake.Inbox;
import vn.sohoa.intake.Intake;
import vn.sohoa.intake.Pause;
import vn.sohoa.intake.WatchedFolders;
import vn.sohoa.keying.BookDelivery;
import vn.sohoa.keying.Books;
import vn.sohoa.ocr.Recognizers;
import vn.sohoa.organization.Counters;
import vn.sohoa.page.QualityBars;
import vn.sohoa.pdf.ArchiveCheck;
import vn.sohoa.publication.Publish;
import vn.sohoa.recognition.Extract;
import vn.sohoa.recognition.Learn;
import vn.sohoa.recognition.PreparedCatalog;
import vn.sohoa.recognition.Read;
import vn.sohoa.recognition.Split;
import vn.sohoa.recognition.Understand;
import vn.sohoa.reconciliation.Fixity;
import vn.sohoa.reconciliation.Seal;
import vn.sohoa.reconciliation.Sweep;
import vn.sohoa.register.Deliveries;
import vn.sohoa.register.Registers;
import vn.sohoa.review.Review;
import vn.sohoa.scan.Arrivals;
import vn.sohoa.scan.Claims;
import vn.sohoa.scan.ConfirmedPapers;
import vn.sohoa.scan.Desk;
import vn.sohoa.scan.DueWork;
import vn.sohoa.scan.Ended;
import vn.sohoa.scan.FieldAnswers;
import vn.sohoa.scan.Fields;
import vn.sohoa.scan.FixityRecords;
import vn.sohoa.scan.Heartbeat;
import vn.sohoa.scan.Leases;
import vn.sohoa.scan.Recuts;
import vn.sohoa.scan.Scans;
import vn.sohoa.scan.Shelves;
import vn.sohoa.scan.Verdicts;
import vn.sohoa.scan.Walk;
import vn.sohoa.storage.ObjectStore;

/** The beans that the routes call, each built from the settings of its room. */
@Configuration(proxyBeanMethods = false)
class Rooms {
    private static final Logger log = LoggerFactory.getLogger(Rooms.class);

    @Bean
    Workplace workplace(DataFolder data) {
        Path folder = data.resolve("work");
        WorkFolder.empty(folder);
        return new Workplace(folder);
    }

    @Bean
    Leases leases(Settings settings) {
        return settings.sweep().room();
    }

    @Bean
    Budgets budgets(Settings settings) {
        return settings.limits().room();
    }

    @Bean
    FreeSpace freeSpace(Settings settings) {
        return new FreeSpace(settings.data(), settings.intake().room().freeFloor());
    }

    @Bean
    Inbox inbox(Settings settings, Counters counters, Budgets budgets) {
        WalkSettings.Digitize run = settings.digitize();
        if (run.in().isBlank()) {
            makeInbox(settings.inbox());
            return new WatchedFolders(
                    settings.inbox(), counters, settings.intake().room(), budgets, System::nanoTime);
        }
        return new FinishedFolder(
                Path.of(run.in()),
                Path.of(run.out()),
                counters.at(new Code(run.unit()), FinishedFolder.COUNTER),
                budgets);
    }

    private static void makeInbox(Path inbox) {
        try {
            Files.createDirectories(inbox);
        } catch (IOException e) {
            throw new StartRefused(
                    "Không tạo được thư mục nhận tệp " + inbox + ". Hãy kiểm tra SOHOA_INBOX.",
                    "The inbox " + inbox + " cannot be made. Check SOHOA_INBOX.");
        }
    }

    @Bean
    Pause pause(Clock clock) {
        return new Pause(clock);
    }

    @Bean
    Intake intake(
            Settings settings,
            Inbox inbox,
            Arrivals arrivals,
            Scans scans,
            ObjectStore store,
            FreeSpace space,
            Pause pause,
            Clock clock) {
        long large = settings.intake().onePass().toBytes();
        return new Intake(inbox, arrivals, scans, store, space, pause, clock, large);
    }

    @Bean
    DossierFiles dossierFiles(Settings settings, Counters counters, ListTaking lists, Clock clock) {
        return new DossierFiles(
                settings.inbox(), counters, lists, settings.intake().room(), clock, System::nanoTime);
    }

    @Bean
    Aftercare aftercare(Settings settings, Shelves shelves, ObjectStore store, Clock clock) {
        return new Aftercare(settings.inbox(), shelves, store, settings.intake().room(), clock);
    }

    @Bean
    Recognizers recognizers(Settings settings) {
        if (!settings.recognizer().standIn().isBlank()) {
            log.warn("Không đọc trang nào: lời ghi sẵn thay bộ nhận dạng. | No page is read: recorded words stand in.");
        }
        Recognizers recognizers = new Recognizers(settings.recognizer().room());
        if (!settings.digitize().in().isBlank()) {
            recognizers.warm(); // a run has pages at once; a service may have none all day
        }
        return recognizers;
    }

    @Bean
    Split split(Scans scans, Heartbeat heartbeat, Walk walk, ObjectStore store, Budgets budgets, Workplace workplace) {
        return new Split(scans, heartbeat, walk, store, budgets, workplace.folder());
    }

    @Bean
    Read read(
            Settings settings,
            Scans scans,
            Claims claims,
            Walk walk,
            ObjectStore store,
            Recognizers recognizers,
            Workplace workplace) {
        boolean views = settings.digitize().in().isBlank(); // a run has no screens
        QualityBars bars = settings.quality().bars();
        return new Read(scans, claims, walk, store, recognizers, bars, workplace.folder(), views);
    }

    @Bean
    Calibration calibration(Settings settings) {
        return CatalogAtStart.calibration(settings.catalog());
    }

    @Bean
    PreparedCatalog preparedCatalog(Catalog catalog, WordModels words, Calibration calibration) {
        return new PreparedCatalog(catalog, words, calibration.certainty());
    }

    @Bean
    Understand understand(Scans scans, Heartbeat heartbeat, Walk walk, ObjectStore store, PreparedCatalog catalog) {
        return new Understand(scans, heartbeat, walk, store, catalog);
    }

    @Bean
    Attach attach(Scans scans, Fields fields, Catalog catalog, Dossiers dossiers) {
        return new Attach(scans, fields, catalog, dossiers);
    }

    @Bean
    ArchiveCheck archiveCheck(Settings settings) {
        return new ArchiveCheck(settings.render().check());
    }

    @Bean
    Render render(
            Settings settings,
            Scans scans,
            Heartbeat heartbeat,
            Walk walk,
            ObjectStore store,
            ArchiveCheck check,
            Budgets budgets,
            Workplace workplace) {
        return new Render(
                scans,
                heartbeat,
                walk,
                store,
                check,
                budgets,
                workplace.folder(),
                settings.render().pdf());
    }

    @Bean
    Extract extract(Scans scans, Heartbeat heartbeat, Walk walk, ObjectStore store, PreparedCatalog catalog) {
        return new Extract(scans, heartbeat, walk, store, catalog);
    }

    @Bean
    Learn learn(
            Settings settings,
            WordLessons lessons,
            WordModels models,
            ConfirmedPapers confirmed,
            Scans scans,
            ObjectStore store,
            Catalog catalog,
            Clock clock) {
        return new Learn(
                lessons,
                models,
                confirmed,
                scans,
                store,
                catalog,
                clock,
                settings.learning().every());
    }

    @Bean
    Books books(Counters counters, Ended ended, Scans scans, Registers registers) {
        return new Books(counters, ended, scans, registers);
    }

    @Bean
    BookDelivery bookDelivery(
            Deliveries deliveries, Scans scans, ObjectStore store, Budgets budgets, Workplace workplace, Clock clock) {
        return new BookDelivery(deliveries, scans, store, budgets, workplace.folder(), clock);
    }

    @Bean
    Review review(
            Desk desk,
            Scans scans,
            Fields fields,
            FieldAnswers answers,
            Recuts recuts,
            Verdicts verdicts,
            Catalog catalog,
            Dossiers dossiers,
            TransactionOperations transaction) {
        return new Review(desk, scans, fields, answers, recuts, verdicts, catalog, dossiers, transaction);
    }

    @Bean
    Publish publish(
            Settings settings,
            Scans scans,
            Fields fields,
            Heartbeat heartbeat,
            Walk walk,
            Papers papers,
            Catalog catalog,
            Dossiers dossiers,
            ObjectStore store,
            TransactionOperations transaction) {
        return new Publish(
                scans,
                fields,
                heartbeat,
                walk,
                papers,
                catalog,
                dossiers,
                store,
                transaction,
                settings.publication().pattern());
    }

    @Bean
    Sweep sweep(Settings settings, DueWork due) {
        return new Sweep(due, settings.sweep().silence());
    }

    @Bean
    Fixity fixity(Settings settings, FixityRecords records, ObjectStore store, Clock clock) {
        return new Fixity(records, store, clock, settings.fixity().every());
    }

    @Bean
    Seal seal(Sealing sealing) {
        return new Seal(sealing);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    NodeName nodeName(DataFolder data) {
        return NodeNames.of(data.resolve("node"));
    }
}
