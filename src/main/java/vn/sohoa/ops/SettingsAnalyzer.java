package vn.sohoa.ops;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;

/** Says in two sentences which setting cannot be read. Known to Boot by {@code spring.factories}. */
@Order(SettingsAnalyzer.BEFORE_BOOTS_OWN)
final class SettingsAnalyzer extends AbstractFailureAnalyzer<BindException> {
    static final int BEFORE_BOOTS_OWN = -10;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConfigurationProperty property = cause.getProperty();
        ConversionFailedException conversion = findCause(cause, ConversionFailedException.class);
        if (property == null || !cause.getName().toString().startsWith("sohoa")) {
            return null;
        }
        String what = cause.getName() + " = " + property.getValue();
        String allowed =
                conversion == null ? "" : allowed(conversion.getTargetType().getType());
        return new FailureAnalysis(
                "Không đọc được thiết lập " + what + ". Hãy sửa lại" + allowed + ".",
                "The setting " + what + " cannot be read. Correct it" + allowed + ".",
                cause);
    }

    private static String allowed(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(value -> value.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", ": ", ""))
                : "";
    }
}
