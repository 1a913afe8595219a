package vn.sohoa.classification;

import java.util.List;

/**
 * Pages that are one paper.
 *
 * @param pages their places in the scan, in order; never empty
 * @param dossier canonical, of the cover sheet in force; empty where there is none
 */
public record Paper(Verdict verdict, List<Integer> pages, String dossier) {
    public Paper {
        pages = List.copyOf(pages);
    }
}
