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

// Leaves it to yaml-cpp what a number, true and false are. It knows the words of YAML 1.1, too.
QJsonValue plainValue(const YAML::Node &node, const QByteArray &word)
{
    double number = 0;
    if (YAML::convert<double>::decode(node, number))
        // Numbers in the form of JSON keep their digits.
        return JsonNumber::isNumber(word) ? JsonNumber::value(word) : QJsonValue(number);
    bool truth = false;
    return YAML::convert<bool>::decode(node, truth) ? QJsonValue(truth) : QJsonValue(textOf(word));
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
    return node.Tag() == "?" ? plainValue(node, word) : QJsonValue(textOf(word));
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
