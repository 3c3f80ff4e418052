// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/yamlreading.h"

#include "models/json/jsonnumber.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringDecoder>

#include <yaml-cpp/yaml.h>

namespace Sluice::Test {

namespace {

// A byte order mark at its beginning is a part of the text.
QString textOf(const QByteArray &word)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(word);
}

QJsonValue plainValue(const QByteArray &word)
{
    if (JsonNumber::isNumber(word))
        return JsonNumber::value(word);
    if (word == "true" || word == "false")
        return word == "true";
    return word == "null" || word.isEmpty() || word == "~" ? QJsonValue()
                                                           : QJsonValue(textOf(word));
}

QJsonValue valueOf(const YAML::Node &node)
{
    if (node.IsSequence()) {
        QJsonArray array;
        for (const YAML::Node &each : node)
            array.append(valueOf(each));
        return array;
    }
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto &entry : node)
            object.insert(textOf(QByteArray::fromStdString(entry.first.Scalar())),
                          valueOf(entry.second));
        return object;
    }
    if (!node.IsScalar())
        return {};
    const QByteArray word = QByteArray::fromStdString(node.Scalar());
    // "?" is the tag of what has no quotes.
    return node.Tag() == "?" ? plainValue(word) : QJsonValue(textOf(word));
}

} // namespace

QJsonValue readYaml(const QByteArray &text)
{
    try {
        return valueOf(YAML::Load(text.toStdString()));
    } catch (const YAML::Exception &) {
        return QJsonValue::Undefined;
    }
}

} // namespace Sluice::Test
