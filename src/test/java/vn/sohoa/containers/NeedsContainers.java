package vn.sohoa.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class need these engines in containers. They are skipped, with the reason, where no container engine
 * answers, and counted in the line that ends the run. The engines are up before the class is set up.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag(NeedsContainers.TAG)
@ExtendWith(EnginesAnswer.class)
public @interface NeedsContainers {
    String TAG = "containers";

    Engine[] value();
}
