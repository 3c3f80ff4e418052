// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <initializer_list>
#include <utility>

namespace Sluice {

// Writes metrics as text: OpenMetrics 1.0, or the older form of Prometheus that promtool checks.
// Families come one after the other, each with its samples.
class MetricsText
{
public:
    enum class Form { OpenMetrics, Prometheus };
    enum class Type { Gauge, Counter };

    using Label = std::pair<const char *, QString>;
    using Labels = QList<Label>;

    explicit MetricsText(Form form)
        : m_form(form)
    {}

    // The value of a label for a name that somebody else gave: hidden characters shown as their
    // numbers, and of a bounded length.
    static QString labelOf(const QString &name);
    static QByteArray contentType(Form form);

    // name: without "_total", which samples of a counter get. unit: the end of the name, or empty.
    void begin(const QByteArray &name, Type type, const QByteArray &help,
               const QByteArray &unit = {});
    void add(const Labels &labels, double value);
    // The whole text.
    QByteArray end();

private:
    const Form m_form;
    QByteArray m_sample; // the name of the samples
    QByteArray m_text;
};

} // namespace Sluice
