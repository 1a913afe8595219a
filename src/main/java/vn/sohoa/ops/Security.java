package vn.sohoa.ops;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import vn.sohoa.organization.Accounts;
import vn.sohoa.organization.Person;

/** Who may come in, and through which doors. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class Security {
    private static final String SIGN_IN = "/sign-in";

    /** REST: a token, or the session of a person who is signed in. */
    @Bean
    @Order(1)
    SecurityFilterChain restGuard(
            HttpSecurity http,
            Tokens tokens,
            Accounts accounts,
            AuthenticationEntryPoint unknown,
            AccessDeniedHandler refusals) {
        return http.securityMatcher("/api/**", "/oauth2/token")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/oauth2/token"))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unknown)
                        .accessDeniedHandler(refusals)
                        .opaqueToken(opaque -> opaque.introspector(tokens).authenticationConverter(Tokens::person)))
                .addFilterBefore(new Freshness(accounts), AuthorizationFilter.class)
                .addFilterBefore(new PasswordFirst(refusals), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(unknown)
                        .accessDeniedHandler((request, response, denied) -> {
                            boolean there = Doors.of(request).isPresent();
                            refusals.handle(request, response, there ? denied : new AccessDeniedException("not-found"));
                        }))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers("/oauth2/token")
                        .permitAll()
                        .anyRequest()
                        .access((who, context) -> new AuthorizationDecision(may(who.get(), context))))
                .headers(headers -> headers.disable()) // web.SecurityHeaders says them all
                .build();
    }

    /** The screens; {@link SignIn} is the one provider, found as a bean: named here it would be asked twice. */
    @Bean
    @Order(2)
    SecurityFilterChain screenGuard(HttpSecurity http, Accounts accounts, AccessDeniedHandler refusals) {
        return http.addFilterBefore(new Freshness(accounts), AuthorizationFilter.class)
                .addFilterBefore(new PasswordFirst(refusals), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, stranger) -> Screen.lead(request, response, SIGN_IN))
                        .accessDeniedHandler((request, response, denied) -> response.sendError(
                                Doors.of(request).isPresent()
                                        ? HttpServletResponse.SC_FORBIDDEN
                                        : HttpServletResponse.SC_NOT_FOUND)))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(Doors.OPEN.toArray(String[]::new))
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .permitAll()
                                .anyRequest()
                                .access((who, context) -> new AuthorizationDecision(may(who.get(), context))))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("name")
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                SIGN_IN + (failure instanceof LockedException ? "?locked" : "?wrong"))))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
                .headers(headers -> headers.disable()) // web.SecurityHeaders says them all
                .build();
    }

    private static boolean may(Authentication who, RequestAuthorizationContext context) {
        return who.getPrincipal() instanceof Person person
                && Doors.of(context.getRequest())
                        .filter(door -> person.hasAny(door.roles()))
                        .isPresent();
    }
}
