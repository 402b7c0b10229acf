package io.stockroom.access;

import io.stockroom.input.InvalidInputException;
import io.stockroom.problems.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a caller logs in with. Fields that Altegio may know, and this log-in does not, are ignored. */
record LoginForm(String login, String password) {

    private static final String LOGIN = "login";
    private static final String PASSWORD = "password";
    private static final String REQUIRED = "is required, as text";

    /** @throws InvalidInputException if a field is missing, or is neither text nor a number */
    static LoginForm of(Map<?, ?> fields) {
        return of(text(fields.get(LOGIN)), text(fields.get(PASSWORD)));
    }

    /**
     * @param login null if it is missing; likewise the password
     * @throws InvalidInputException if one is missing or empty
     */
    static LoginForm of(String login, String password) {
        LoginForm form = new LoginForm(login == null ? "" : login, password == null ? "" : password);
        List<Violation> violations = new ArrayList<>();
        if (form.login.isEmpty()) {
            violations.add(Violation.inBody("/" + LOGIN, REQUIRED));
        }
        if (form.password.isEmpty()) {
            violations.add(Violation.inBody("/" + PASSWORD, REQUIRED));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        return form;
    }

    /** Returns the text, or a phone number that is written as a number; null if it is neither. */
    private static String text(Object value) {
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    /** Returns no values, because one is a password. */
    @Override
    public String toString() {
        return "LoginForm[…]";
    }
}
