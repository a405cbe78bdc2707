package org.amelionboarding.dossier;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The keys, one Tink keyset file each ({@code aead.json}, {@code lookup.json}, {@code mac.json}) in the folder
 * {@code onboarding.keys.folder}. Without them the application does not start: a key made silently would leave all that
 * is stored unreadable. Only where {@code onboarding.keys.create} says so (the demo) are missing ones made.
 */
@Configuration
class Keys {

    private final OnboardingSettings.Keys settings;

    Keys(OnboardingSettings settings) throws GeneralSecurityException {
        this.settings = settings.keys();
        AeadConfig.register();
        DeterministicAeadConfig.register();
        MacConfig.register();
    }

    @Bean
    Cipher cipher() throws IOException {
        return new Cipher(
                primitive("aead", "AES256_GCM", Aead.class),
                primitive("lookup", "AES256_SIV", DeterministicAead.class),
                primitive("mac", "HMAC_SHA256_256BITTAG", Mac.class));
    }

    private <P> P primitive(String name, String template, Class<P> type) throws IOException {
        Path file = settings.folder().resolve(name + ".json");
        try {
            return keyset(file, template).getPrimitive(RegistryConfiguration.get(), type);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Key file cannot be used: " + file, e);
        }
    }

    private KeysetHandle keyset(Path file, String template) throws GeneralSecurityException, IOException {
        if (!Files.exists(file)) {
            if (!settings.create()) {
                throw new IllegalStateException("Key file missing: " + file + " (see onboarding.keys in the README)");
            }
            return create(file, template);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle create(Path file, String template) throws GeneralSecurityException, IOException {
        KeysetHandle handle = KeysetHandle.generateNew(KeyTemplates.get(template));
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        return handle;
    }
}
