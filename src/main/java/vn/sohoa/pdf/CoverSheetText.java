package vn.sohoa.pdf;

import vn.sohoa.page.Modules;

/**
 * What stands on a cover sheet; nothing personal, since sheets lie about and are used again.
 *
 * @param code of the dossier, in large letters
 * @param procedure its name, or empty
 * @param qr the code that our reader knows
 */
public record CoverSheetText(String code, String procedure, Modules qr) {}
