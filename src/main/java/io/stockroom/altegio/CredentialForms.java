package io.stockroom.altegio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The forms in which a server may quote a credential, all in lower case: quoting is recognized in any case. */
final class CredentialForms {

    private CredentialForms() {
    }

    /** Returns the credential as it is, escaped for JSON, HTML and URLs, and in Base64 and hexadecimal digits. */
    static Set<String> of(String credential) {
        Set<String> forms = new LinkedHashSet<>();
        String encoded = URLEncoder.encode(credential, UTF_8);
        forms.add(credential);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        forms.add(json(credential));
        forms.add(json(credential).replace("/", "\\/"));
        forms.add(html(credential));
        forms.add(html(credential).replace("&#39;", "&#039;"));
        forms.add(HexFormat.of().formatHex(credential.getBytes(UTF_8)));
        forms.addAll(base64(credential));
        Set<String> lowerCase = new LinkedHashSet<>();
        forms.stream().filter(form -> !form.isBlank()).forEach(form -> lowerCase.add(form.toLowerCase(Locale.ROOT)));
        return lowerCase;
    }

    /** Returns what does not depend on the text before and after the credential, at each of the three offsets of Base64. */
    private static Set<String> base64(String credential) {
        Set<String> forms = new LinkedHashSet<>();
        byte[] bytes = credential.getBytes(UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = offset == 0 ? 0 : offset + 1;
            int to = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
            if (to > from) {
                forms.add(text.substring(from, to));
                forms.add(text.substring(from, to).replace('+', '-').replace('/', '_'));
            }
        }
        return forms;
    }

    private static String json(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else {
                escaped.append(c < ' ' || c > '~' ? String.format("\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return escaped.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
