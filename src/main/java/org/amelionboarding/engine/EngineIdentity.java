package org.amelionboarding.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Makes the engine and its web applications take people from our own sign-in. */
@Component
class EngineIdentity extends AbstractProcessEnginePlugin implements SessionFactory {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(this);
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new PersonIdentityProvider();
    }

    /** After Spring Security, before the web applications' own filters. */
    @Bean
    static FilterRegistrationBean<ContainerBasedAuthenticationFilter> containerBasedAuthentication() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.addInitParameter("authentication-provider", SignedInPerson.class.getName());
        filter.setOrder(201);
        return filter;
    }
}
