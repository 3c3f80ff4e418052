// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/metricstext.h"

#include "models/support/hiddencharacters.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype longestLabel = 200; // UTF-16 units

QByteArray escaped(const QString &value)
{
    QByteArray text = value.toUtf8();
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return text;
}

} // namespace

QString MetricsText::labelOf(const QString &name)
{
    QString shown = shownName(name);
    if (shown.size() <= longestLabel)
        return shown;
    qsizetype length = longestLabel - 1;
    if (shown.at(length - 1).isHighSurrogate())
        --length;
    return shown.left(length) + u'…';
}

QByteArray MetricsText::contentType(Form form)
{
    return form == Form::OpenMetrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                     : "text/plain; version=0.0.4; charset=utf-8";
}

void MetricsText::begin(const QByteArray &name, Type type, const QByteArray &help,
                        const QByteArray &unit)
{
    const bool isCounter = type == Type::Counter;
    m_sample = isCounter ? name + "_total" : name;
    const QByteArray &family = m_form == Form::OpenMetrics ? name : m_sample;
    m_text += "# TYPE " + family + (isCounter ? " counter\n" : " gauge\n");
    if (!unit.isEmpty() && m_form == Form::OpenMetrics)
        m_text += "# UNIT " + family + ' ' + unit + '\n';
    m_text += "# HELP " + family + ' ' + help + '\n';
}

void MetricsText::add(const Labels &labels, double value)
{
    m_text += m_sample;
    char separator = '{';
    for (const auto &[name, text] : labels) {
        m_text += separator + QByteArray(name) + "=\"" + escaped(text) + '"';
        separator = ',';
    }
    if (!labels.isEmpty())
        m_text += '}';
    m_text += ' ' + QByteArray::number(value, 'g', 15) + '\n';
}

QByteArray MetricsText::end()
{
    if (m_form == Form::OpenMetrics)
        m_text += "# EOF\n";
    return std::exchange(m_text, {});
}

} // namespace Sluice
