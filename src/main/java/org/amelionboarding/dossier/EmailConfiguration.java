package org.amelionboarding.dossier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class EmailConfiguration {

    @Bean
    EmailRules emailRules(OnboardingSettings settings) {
        return new EmailRules(settings.email().universityDomains());
    }

    @Bean
    EmailSuggestion emailSuggestion(OnboardingSettings settings) {
        return new EmailSuggestion(settings.email().commonDomains());
    }
}
