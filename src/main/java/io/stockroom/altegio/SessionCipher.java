package io.stockroom.altegio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the user token of a login (AES-256-GCM) with a key derived from the password. The partner token is a part of it too: it is
 * random, so that nobody who can read the ciphertext alone can try passwords.
 */
final class SessionCipher {

    private static final String HMAC = "HmacSHA256";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 16;
    private static final SecureRandomHolder RANDOM = new SecureRandomHolder();

    private final String id;
    private final SecretKeySpec key;

    SessionCipher(AccountCredentials account) {
        byte[] secret = hmac(account.partnerToken().getBytes(UTF_8),
                account.login().orElseThrow() + '\0' + account.password().orElseThrow());
        this.id = HexFormat.of().formatHex(Arrays.copyOf(hmac(secret, "session"), ID_BYTES));
        this.key = new SecretKeySpec(hmac(secret, "encryption"), "AES");
    }

    /** Returns the name of the session; another password has another one. It reveals neither login nor password. */
    String id() {
        return id;
    }

    String encrypted(String token) {
        byte[] iv = RANDOM.bytes(IV_BYTES);
        byte[] text = run(Cipher.ENCRYPT_MODE, iv, token.getBytes(UTF_8));
        byte[] all = Arrays.copyOf(iv, iv.length + text.length);
        System.arraycopy(text, 0, all, iv.length, text.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** Returns empty for a text that this key did not encrypt. */
    Optional<String> decrypted(String text) {
        try {
            byte[] all = Base64.getDecoder().decode(text);
            return all.length <= IV_BYTES ? Optional.empty()
                    : Optional.of(new String(run(Cipher.DECRYPT_MODE, Arrays.copyOf(all, IV_BYTES),
                            Arrays.copyOfRange(all, IV_BYTES, all.length)), UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] run(int mode, byte[] iv, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(id.getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The text is not encrypted with this key", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates the generator on first use: a native executable must not contain a seeded one. */
    private static final class SecureRandomHolder {
        private SecureRandom random;

        synchronized byte[] bytes(int count) {
            random = random == null ? new SecureRandom() : random;
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        }
    }
}
