package io.stockroom.runtime;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final String YAML = """
            Parameters:
              Url: {Type: String, Default: 'https://example.org'}
              Token: {Type: String}
              Issuer: {Type: String, Default: ''}
            Conditions:
              HasIssuer: !Not [!Equals [!Ref Issuer, '']]
              Open: !Not [!Condition HasIssuer]
            Globals:
              Function:
                MemorySize: 256
                Timeout: 20
                Environment:
                  Variables:
                    URL: !Ref Url
                    LEVEL: INFO
                    COLOR: red
            Resources:
              Table: {Type: AWS::DynamoDB::Table}
              Plain:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 5
                  Environment:
                    Variables:
                      QUARKUS_LAMBDA_HANDLER: plain
                      LEVEL: DEBUG
                      COLOR: !Ref AWS::NoValue
                      TOKEN: !Sub 'Bearer ${Token}'
                      TABLE: !Ref Table
                      TABLE_ARN: !GetAtt Table.Arn
                      LONG: {'Fn::GetAtt': [Table, Arn]}
                      WHERE: !Sub ['${Path}/${AWS::Region}/${!kept}', {Path: !Ref Url}]
                      SECRET: !Sub '{{resolve:secretsmanager:${AWS::StackName}:SecretString:secret_token}}'
                      WHOLE: !Sub '{{resolve:secretsmanager:${AWS::StackName}/all:SecretString}}'
                      JOINED: !Join ['-', [a, !Ref Url]]
                      ISSUER: !If [HasIssuer, !Ref Issuer, !Ref AWS::NoValue]
                      OPEN: !If [Open, 'yes', 'no']
                  Events:
                    Get: {Type: HttpApi, Properties: {Method: get, Path: '/x/{id}'}}
                    Queue: {Type: SQS, Properties: {Queue: !GetAtt Table.Arn}}
              Bare: {Type: AWS::Serverless::Function, Properties: {Handler: bootstrap}}
            """;

    private static Function function(Map<String, String> values) {
        return Template.parse(YAML, values).function("Plain");
    }

    @Test
    void functionSettingsOverrideGlobals() {
        Function function = function(Map.of("Token", "t", "secret_token", "s", "stockroom/all", "{}"));
        assertThat(function.timeout(), is(Duration.ofSeconds(5)));
        assertThat(function.memoryMegabytes(), is(256));
        assertThat(function.handler(), is("plain"));
        assertThat(function.environment().get("LEVEL"), is("DEBUG"));
        assertThat(function.environment().get("URL"), is("https://example.org"));
        assertThat(function.environment().containsKey("COLOR"), is(false));
        assertThat(Template.parse(YAML, Map.of()).function("Bare").environment().get("COLOR"), is("red"));
    }

    @ParameterizedTest
    @CsvSource({"TOKEN,Bearer t", "SECRET,s", "TABLE,Table", "TABLE_ARN,arn:table", "LONG,arn:table", "OPEN,yes",
            "WHERE,https://example.org/eu-central-1/${kept}", "JOINED,a-https://example.org", "WHOLE,{}"})
    void resolvesReferences(String variable, String value) {
        Function function = function(Map.of("Token", "t", "secret_token", "s", "stockroom/all", "{}", "Table.Arn", "arn:table"));
        assertThat(function.environment().get(variable), is(value));
    }

    @Test
    void omitsAVariableWithoutAValue() {
        assertThat(function(Map.of("Token", "t", "secret_token", "s", "stockroom/all", "{}")).environment().containsKey("ISSUER"),
                is(false));
        assertThat(function(Map.of("Token", "t", "Issuer", "i", "secret_token", "s", "stockroom/all", "{}")).environment().get("ISSUER"),
                is("i"));
    }

    @Test
    void reportsAParameterWithoutAValue() {
        String message = assertThrows(IllegalArgumentException.class, () -> function(Map.of())).getMessage();
        assertThat(message, containsString("Token"));
    }

    @Test
    void readsTheRoutesOfTheHttpApi() {
        assertThat(function(Map.of("Token", "t", "secret_token", "s", "stockroom/all", "{}")).routes(),
                contains(new Function.Route("GET", "/x/{id}")));
        assertThat(function(Map.of("Token", "t", "secret_token", "s", "stockroom/all", "{}")).routes().get(0).key(), is("GET /x/{id}"));
    }

    @Test
    void variablesCanBeChanged() {
        Function function = function(Map.of("Token", "t", "secret_token", "s", "stockroom/all", "{}")).with("TABLE", "other")
                .without("TOKEN");
        Map<String, String> expected = new HashMap<>(
                function(Map.of("Token", "t", "secret_token", "s", "stockroom/all", "{}")).environment());
        expected.put("TABLE", "other");
        expected.remove("TOKEN");
        assertThat(function.environment(), is(expected));
    }

    @Test
    void rejectsAnUnknownFunction() {
        assertThrows(IllegalArgumentException.class, () -> Template.parse(YAML, Map.of()).function("Nope"));
    }
}
