package io.stockroom.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The data of Altegio's response to a log-in, with all its fields, because typed clients require them. What a caller does not have is 0 or
 * empty, as Altegio writes it.
 *
 * @param userToken valid until the end of the session, or until the caller's key, login or password changes
 * @param name      the caller's name in the configuration
 * @param login     as it was sent
 */
@RegisterForReflection
@JsonPropertyOrder({"id", "user_token", "name", "phone", "login", "email", "avatar", "is_approved", "is_email_confirmed"})
record LoggedInUser(@JsonProperty("user_token") String userToken, String name, String login) {

    public int getId() {
        return 0;
    }

    public String getPhone() {
        return login.contains("@") ? "" : login;
    }

    public String getEmail() {
        return login.contains("@") ? login : "";
    }

    public String getAvatar() {
        return "";
    }

    /** Returns true: nothing else is required of the caller; likewise for the email address. */
    @JsonProperty("is_approved")
    public boolean isApproved() {
        return true;
    }

    @JsonProperty("is_email_confirmed")
    public boolean isEmailConfirmed() {
        return true;
    }
}
