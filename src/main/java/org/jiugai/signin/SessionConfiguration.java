package org.jiugai.signin;

import java.time.Clock;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions lie in the database, so that every node knows them and a restart ends none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SessionConfiguration {
    @Bean(defaultCandidate = false)
    @RealTime
    Clock realTime() {
        return Clock.systemUTC();
    }

    /** Two requests of one session may write the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer attributesAreUpserted() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** An attribute that another version of the application wrote and this one cannot read is missing: its owner signs in again. */
    @Bean
    static ConversionService springSessionConversionService() {
        return new SessionAttributes();
    }

    private static final class SessionAttributes extends GenericConversionService implements BeanClassLoaderAware {
        @Override
        public void setBeanClassLoader(ClassLoader loader) {
            addConverter(Object.class, byte[].class, new SerializingConverter());
            DeserializingConverter reading = new DeserializingConverter(loader);
            addConverter(byte[].class, Object.class, (Converter<byte[], Object>) bytes -> {
                try {
                    return reading.convert(bytes);
                } catch (SerializationFailedException ofAnotherVersion) {
                    return null;
                }
            });
        }
    }
}
