package vn.sohoa.ops;

import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The edge of the rooms that hold tables: whatever says there that the database is away comes out as one thing, whichever
 * library said it and wherever in a transaction it happened. Around the transaction, since a commit fails too.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class DatabaseEdge {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor aroundEveryTransaction() {
        ComposablePointcut transactions = new ComposablePointcut(
                        new AnnotationMatchingPointcut(Transactional.class, true).getClassFilter())
                .union(AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class));
        MethodInterceptor edge = call -> {
            try {
                return call.proceed();
            } catch (RuntimeException e) {
                throw translated(e);
            }
        };
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(transactions, edge);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** Transactions over several rooms end at the same edge. */
    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new AtTheEdge(manager);
    }

    private static final class AtTheEdge extends TransactionTemplate {
        private static final long serialVersionUID = 1L;

        AtTheEdge(PlatformTransactionManager manager) {
            super(manager);
        }

        @Override
        public <T> @Nullable T execute(TransactionCallback<T> action) {
            try {
                return super.execute(action);
            } catch (RuntimeException e) {
                throw translated(e);
            }
        }
    }

    private static RuntimeException translated(RuntimeException e) {
        return DatabaseAway.of(e).<RuntimeException>map(away -> away).orElse(e);
    }
}
