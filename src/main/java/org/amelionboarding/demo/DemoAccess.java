package org.amelionboarding.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Opens the demo's own addresses to this machine only. They do not exist outside the demo. */
@Configuration
@Profile("demo")
class DemoAccess {

    private static final IpAddressMatcher IPV4 = new IpAddressMatcher("127.0.0.0/8");
    private static final IpAddressMatcher IPV6 = new IpAddressMatcher("::1");

    @Bean
    @Order(0)
    SecurityFilterChain demo(HttpSecurity http) throws Exception {
        return http.securityMatcher("/inbox", "/inbox.json", "/demo/**")
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((person, context) -> new AuthorizationDecision(
                                IPV4.matches(context.getRequest()) || IPV6.matches(context.getRequest()))))
                .build();
    }
}
