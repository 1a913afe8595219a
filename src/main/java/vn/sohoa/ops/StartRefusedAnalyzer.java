package vn.sohoa.ops;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Prints a refusal to start as two sentences instead of a stack trace. Known to Boot by {@code spring.factories}. */
@Order(StartRefusedAnalyzer.FIRST)
final class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {
    static final int FIRST = SettingsAnalyzer.BEFORE_BOOTS_OWN - 1;

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
        return new FailureAnalysis(cause.vi(), cause.en(), cause);
    }
}
