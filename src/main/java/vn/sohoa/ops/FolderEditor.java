package vn.sohoa.ops;

import java.beans.PropertyEditorSupport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder from a setting as what it says. Spring's own editor prefers a class path entry of that name: with it,
 * {@code SOHOA_ROUTES=routes} would be the routes packed in the jar.
 */
public final class FolderEditor extends PropertyEditorSupport {
    @Override
    public void setAsText(@Nullable String text) {
        setValue(text == null || text.isBlank() ? null : Path.of(text.strip()));
    }
}
