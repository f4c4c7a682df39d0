package org.jiugai.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateTimeDeserializer;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.ValueRange;
import org.jiugai.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed and nothing else: no name twice, no undeclared one, no value bent into another kind, no text that is none, no day
 * that neither database nor calendar knows.
 */
final class StrictJson {
    private StrictJson() {}

    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new ParameterNamesModule())
                .addModule(new SimpleModule()
                        .addDeserializer(String.class, new TypedText())
                        .addDeserializer(LocalDate.class, new Dated<>(LocalDate.class, LocalDateDeserializer.INSTANCE))
                        .addDeserializer(
                                LocalDateTime.class,
                                new Dated<>(LocalDateTime.class, LocalDateTimeDeserializer.INSTANCE)))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Boolean, truth -> truth.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.String, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.DateTime, day -> day.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .build();
    }

    /** A day in the years of this office's files. */
    private static final class Dated<T extends Temporal> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private static final ValueRange YEARS = ValueRange.of(1900, 2199);
        private final JsonDeserializer<T> iso;

        Dated(Class<T> type, JsonDeserializer<T> iso) {
            super(type);
            this.iso = iso;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            T day = iso.deserialize(parser, context);
            if (day != null && !YEARS.isValidValue(day.get(ChronoField.YEAR))) {
                context.reportInputMismatch(this, "no year of ours");
            }
            return day;
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.DateTime;
        }
    }

    private static final class TypedText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TypedText() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (!PlainText.is(text)) context.reportInputMismatch(String.class, "no text");
            return text;
        }
    }
}
