package io.stockroom.altegio;

/** The body of {@code POST /auth}. */
record Login(String login, String password) {

    @Override
    public String toString() {
        return "Login[…]";
    }
}
