package io.stockroom.altegio;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces credentials in the text of a failure by {@code ***}, in each of their {@linkplain CredentialForms forms} and in any case.
 * Any {@value #PART} consecutive characters of a token are masked too, because servers shorten what they quote; so are values that
 * are introduced as a credential, for example by {@code Bearer}, even if they are not known here.
 */
final class CredentialMask {

    static final String MASK = "***";
    /** Fewer characters of a token say little about it, and occur in other words. */
    static final int PART = 8;
    /** A shorter login or password is only masked as a whole word. */
    private static final int MIN_LENGTH = 6;
    private static final int MIN_WORD_LENGTH = 3;

    private static final Pattern HEADER = Pattern.compile("\\b(Bearer|Basic)(\\s+|%20|\\+)(?=[^\\s,;\"'<>]*\\d)[^\\s,;\"'<>\\\\]+"
            + "((\\s*,|%2c)?(\\s*|%20|\\+)User(\\s+|%20|\\+)[^\\s,;\"'<>\\\\]+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile("(?<name>\\b(user_?token|partner_?token|access_?token|token|password|passwd|secret"
            + "|api_?key|authorization)\\\\*[\"']?\\s*(?:[:=]|=>|%3d|%3a)\\s*)"
            + "(?:\\\\*\"[^\"]*\"?|'[^']*'?|(?=[^\\s,;&\"'<>]*\\d)[^\\s,;&\"'<>]+)", Pattern.CASE_INSENSITIVE);

    private final Set<String> parts = new HashSet<>();
    private final Set<String> wholes = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    /** @param others a login and a password, which are masked only as a whole */
    CredentialMask(Collection<String> tokens, Collection<String> others) {
        tokens.forEach(this::add);
        others.forEach(this::add);
        tokens.stream().flatMap(token -> CredentialForms.of(token).stream()).forEach(form -> {
            for (int i = 0; i + PART <= form.length(); i++) {
                parts.add(form.substring(i, i + PART));
            }
        });
    }

    private void add(String credential) {
        if (credential.length() >= MIN_LENGTH) {
            wholes.addAll(CredentialForms.of(credential));
        } else if (credential.length() >= MIN_WORD_LENGTH) {
            words.add(credential.toLowerCase(Locale.ROOT));
        }
    }

    String masked(String text) {
        BitSet hidden = hidden(text);
        String masked = hidden.isEmpty() ? text : replaced(text, hidden);
        return FIELD.matcher(HEADER.matcher(masked).replaceAll("$1 " + MASK)).replaceAll("${name}" + MASK);
    }

    private BitSet hidden(String text) {
        BitSet hidden = new BitSet();
        String lowerCase = lowerCase(text);
        for (String whole : wholes) {
            for (int at = lowerCase.indexOf(whole); at >= 0; at = lowerCase.indexOf(whole, at + 1)) {
                hidden.set(at, at + whole.length());
            }
        }
        for (int i = 0; i + PART <= lowerCase.length(); i++) {
            if (parts.contains(lowerCase.substring(i, i + PART))) {
                hidden.set(i, i + PART);
            }
        }
        words.forEach(
                word -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])").matcher(lowerCase).results()
                        .forEach(found -> hidden.set(found.start(), found.end())));
        return hidden;
    }

    /** Keeps the length, unlike {@link String#toLowerCase}, so that positions stay the same. */
    private static String lowerCase(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }

    private static String replaced(String text, BitSet hidden) {
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!hidden.get(i)) {
                masked.append(text.charAt(i));
            } else if (i == 0 || !hidden.get(i - 1)) {
                masked.append(MASK);
            }
        }
        return masked.toString();
    }
}
