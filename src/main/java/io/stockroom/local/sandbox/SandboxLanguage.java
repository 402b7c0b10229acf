package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The language of an account, in which the service writes messages and the titles of types. */
public enum SandboxLanguage {

    EN(Map.of(), "$0"),
    RU(Map.ofEntries(
            Map.entry("Authentication needed.", "Необходима авторизация."),
            Map.entry("Wrong login or password", "Неверный логин или пароль"),
            Map.entry("Access denied", "Доступ запрещен"),
            Map.entry("The given data was invalid.", "Переданы неверные данные."),
            Map.entry("Staff member required", "Не указан сотрудник"),
            Map.entry("Gift card with such number already exists", "Сертификат с таким номером уже существует"),
            Map.entry("Sale of goods", "Продажа товара"),
            Map.entry("Consumables used", "Списание расходников"),
            Map.entry("Receipt of goods", "Приход товара"),
            Map.entry("Write-off of goods", "Списание товара"),
            Map.entry("Transfer of goods", "Перемещение товара")), "Слишком много запросов, повторите через $1 секунд");

    private static final String RATE_LIMITED = "Too many requests, retry in (\\d+) seconds";

    private final Map<String, String> texts;
    private final String rateLimited;

    /** @param rateLimited the message of a 429, with {@code $1} for the seconds to wait */
    SandboxLanguage(Map<String, String> texts, String rateLimited) {
        this.texts = texts;
        this.rateLimited = rateLimited;
    }

    /** Returns the name used in requests. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SandboxLanguage titled(String title) {
        return Arrays.stream(values()).filter(each -> each.title().equals(title)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown language '" + title + "'; expected one of "
                        + Arrays.stream(values()).map(SandboxLanguage::title).collect(Collectors.joining(", "))));
    }

    /** Returns the response with its texts in this language; text that a caller has sent stays as it is unless it equals one. */
    SandboxResponse translated(SandboxResponse response) {
        if (this == EN) {
            return response;
        }
        try {
            return response.withText(Json.write(translated(Json.read(response.text()))));
        } catch (JsonProcessingException notJson) {
            return response;
        }
    }

    private JsonNode translated(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(translated(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, translated(array.get(i)));
            }
        }
        return node.isTextual() ? TextNode.valueOf(translated(node.asText())) : node;
    }

    private String translated(String text) {
        return texts.getOrDefault(text, text.replaceFirst("^" + RATE_LIMITED + "$", rateLimited));
    }
}
