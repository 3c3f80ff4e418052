// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/transitionlog.h"

#include "app/sandbox/registry.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

constexpr std::chrono::milliseconds lookEvery{250};

QJsonValue nameOfState(const std::optional<State> &state)
{
    return state ? QJsonValue(QString::fromLatin1(nameOf(*state))) : QJsonValue();
}

QByteArray lineOf(const Transition &transition)
{
    const QJsonObject line{
        {u"time"_s,
         QDateTime::fromMSecsSinceEpoch(transition.at, Qt::UTC).toString(Qt::ISODateWithMs)},
        {u"project"_s, transition.project.toString(QUuid::WithoutBraces)},
        {u"pipeline"_s, transition.pipeline.toString(QUuid::WithoutBraces)},
        {u"name"_s, transition.name},
        {u"from"_s, nameOfState(transition.from)},
        {u"to"_s, nameOfState(transition.to)},
        {u"cause"_s, QString::fromLatin1(nameOf(transition.cause))}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

TransitionLog::TransitionLog(Registry &registry, const QString &file)
    : m_registry(registry)
    , m_file(file)
{
    if (file.isEmpty() || !m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return;
    write(m_registry.takeTransitions());
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                     [this] { write(m_registry.takeTransitionsIfFree()); });
    m_timer.start(lookEvery);
}

TransitionLog::~TransitionLog()
{
    if (m_file.isOpen())
        write(m_registry.takeTransitions());
}

void TransitionLog::write(const QVector<Transition> &transitions)
{
    if (transitions.isEmpty())
        return;
    for (const Transition &transition : transitions)
        m_file.write(lineOf(transition));
    if (!m_file.flush())
        qWarning("The log cannot be written: %s", qUtf8Printable(m_file.errorString()));
}

} // namespace Sluice::Sandbox
