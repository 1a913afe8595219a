package vn.sohoa.containers;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts what {@link NeedsContainers} asks for, or skips. */
final class EnginesAnswer implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Engine[] needed = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), NeedsContainers.class)
                .orElseThrow()
                .value();
        for (Engine engine : needed) {
            Optional<String> absence = Engines.absence(engine);
            if (absence.isPresent()) {
                return ConditionEvaluationResult.disabled(absence.get());
            }
        }
        return ConditionEvaluationResult.enabled("the engines answer");
    }
}
