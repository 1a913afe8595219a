package vn.sohoa.classification;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.ml.maxent.io.BinaryGISModelReader;
import opennlp.tools.ml.maxent.io.BinaryGISModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Tells a paper by the words of its first page, where neither title nor labels tell it. It names a type only where it is
 * sure among the types that it learned, and where most of what papers of that type usually say stands on the page: a paper
 * of a type that it never saw is none of them. It keeps only words that several papers share, so that nobody can be found
 * in it. Safe for many threads.
 */
public final class WordModel {
    /** So many papers of a type it takes to learn it. */
    public static final int LEAST_PAPERS = 8;

    private static final int FORMAT = 1;
    private static final int MOST_TYPES = 10_000;
    private static final int MOST_USUAL = 100_000;
    private static final int LEAST_SHARING = 5;
    private static final double USUAL = 0.6;
    private static final int LEAST_USUAL = 8;
    private static final int ITERATIONS = 60;
    private static final double SURE = 0.8;
    private static final double FIT = 0.75;

    private final byte[] content;
    private final DoccatModel model;
    private final Map<String, Set<String>> usual;

    private WordModel(byte[] content, DoccatModel model, Map<String, Set<String>> usual) {
        this.content = content;
        this.model = model;
        this.usual = usual;
    }

    /**
     * @param share how sure it is, among the types that it knows
     * @param here of what papers of the type usually say, so much stands on the page
     * @param usual so much it would be
     */
    public record Told(String type, double share, int here, int usual) {
        boolean sure() {
            return share >= SURE && usual >= LEAST_USUAL && here >= FIT * usual;
        }
    }

    /** @return none where fewer than two types have {@link #LEAST_PAPERS} */
    static Optional<WordModel> learned(Map<String, List<PaperWords>> all) {
        Map<String, List<PaperWords>> papers = new TreeMap<>(all);
        papers.values().removeIf(some -> some.size() < LEAST_PAPERS);
        if (papers.size() < 2) {
            return Optional.empty();
        }
        Set<String> shared = often(
                papers.values().stream()
                        .flatMap(Collection::stream)
                        .map(PaperWords::all)
                        .toList(),
                LEAST_SHARING);
        List<DocumentSample> samples = new ArrayList<>();
        Map<String, Set<String>> usual = new TreeMap<>();
        papers.forEach((type, some) -> {
            some.stream()
                    .map(words -> words.all().filter(shared::contains).toArray(String[]::new))
                    .filter(words -> words.length > 0)
                    .forEach(words -> samples.add(new DocumentSample(type, words)));
            List<Stream<String>> pairs =
                    some.stream().map(words -> words.pairs().stream()).toList();
            usual.put(type, often(pairs, Math.max(LEAST_SHARING, USUAL * some.size())));
        });
        return Optional.of(of(trained(samples), usual));
    }

    private static Set<String> often(List<Stream<String>> papers, double least) {
        Map<String, Integer> sharing = new HashMap<>();
        papers.forEach(words -> words.forEach(word -> sharing.merge(word, 1, Integer::sum)));
        return sharing.entrySet().stream()
                .filter(one -> one.getValue() >= least)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static AbstractModel trained(List<DocumentSample> samples) {
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0); // rare words are left out already
        try {
            return (AbstractModel) DocumentCategorizerME.train(
                            "vie", ObjectStreamUtils.createObjectStream(samples), parameters, new DoccatFactory())
                    .getMaxentModel();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the library's own archive, which tells the time of day: the same papers make the same bytes. */
    private static WordModel of(AbstractModel model, Map<String, Set<String>> usual) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(FORMAT);
            out.writeInt(usual.size());
            for (Map.Entry<String, Set<String>> type : usual.entrySet()) {
                out.writeUTF(type.getKey());
                out.writeInt(type.getValue().size());
                for (String words : type.getValue()) {
                    out.writeUTF(words);
                }
            }
            new BinaryGISModelWriter(model, out).persist();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordModel(bytes.toByteArray(), judge(model), usual);
    }

    private static DoccatModel judge(AbstractModel model) {
        return new DoccatModel("vie", model, Map.of(), new DoccatFactory());
    }

    /** @throws IllegalArgumentException where the bytes are none of {@link #bytes()} */
    public static WordModel read(byte[] content) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))) {
            if (in.readInt() != FORMAT) {
                throw new IllegalArgumentException("a model of another format");
            }
            Map<String, Set<String>> usual = new TreeMap<>();
            for (int types = count(in, MOST_TYPES); types > 0; types--) {
                String type = in.readUTF();
                Set<String> words = new TreeSet<>();
                for (int left = count(in, MOST_USUAL); left > 0; left--) {
                    words.add(in.readUTF());
                }
                usual.put(type, words);
            }
            return new WordModel(content.clone(), judge(new BinaryGISModelReader(in).getModel()), usual);
        } catch (IOException e) {
            throw new IllegalArgumentException("no model of words: " + e.getMessage(), e);
        }
    }

    private static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("a count of " + count);
        }
        return count;
    }

    /** To be kept, and read again with {@link #read}. */
    public byte[] bytes() {
        return content.clone();
    }

    /** The types that it can name. */
    public Set<String> types() {
        return Set.copyOf(usual.keySet());
    }

    /** The type it is sure of. */
    Optional<Told> told(PaperWords words) {
        String[] all = words.all().toArray(String[]::new);
        if (all.length == 0) {
            return Optional.empty();
        }
        DocumentCategorizerME judge = new DocumentCategorizerME(model);
        double[] shares = judge.categorize(all);
        String type = judge.getBestCategory(shares);
        Set<String> expected = usual.getOrDefault(type, Set.of());
        int here = (int) expected.stream().filter(words.pairs()::contains).count();
        return Optional.of(new Told(type, shares[judge.getIndex(type)], here, expected.size()))
                .filter(Told::sure);
    }
}
