package io.stockroom.access;

import io.stockroom.input.InvalidInputException;
import io.stockroom.problems.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a caller logs in with. Fields that Altegio may know, and this log-in does not, are ignored. */
record LoginForm(String login, String password) {

    private static final String LOGIN = "login";
    private static final String PASSWORD = "password";

    /** @throws InvalidInputException if a field is missing, or is neither text nor a number */
    static LoginForm of(Map<?, ?> fields) {
        List<Violation> violations = Stream.of(LOGIN, PASSWORD).filter(name -> text(fields, name).isEmpty())
                .map(name -> Violation.inBody("/" + name, "is required, as text")).toList();
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        return new LoginForm(text(fields, LOGIN), text(fields, PASSWORD));
    }

    /** Returns the text, or a phone number that is written as a number; empty if it is missing. */
    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }

    /** Returns no values, because one is a password. */
    @Override
    public String toString() {
        return "LoginForm[…]";
    }
}
