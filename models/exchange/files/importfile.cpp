// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/importfile.h"

#include "models/definition/definition.h"
#include "models/definition/definitiontypes.h"
#include "models/definition/secret/secretguard.h"
#include "models/exchange/files/portable.h"
#include "models/exchange/files/wholefile.h"
#include "models/form/formmodel.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#ifdef Q_OS_UNIX
#include <dirent.h>
#endif

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Import)
};

constexpr qsizetype foldersNamed = 3;

QStringList filesIn(const QString &folder)
{
    QStringList paths;
    const QDir place(folder);
    // QDir::System: also lists what is no plain file, so that it is reported and not skipped. Links
    // that lead nowhere or to themselves are among these.
    const QStringList names =
        place.entryList({u"*.json"_s}, QDir::Files | QDir::System, QDir::Name);
    for (const QString &name : names)
        paths += place.filePath(name);
    return paths;
}

// Without links, which may lead round in a circle.
QStringList foldersIn(const QString &folder)
{
    QStringList paths;
    const QDir place(folder);
    const QStringList names =
        place.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    for (const QString &name : names)
        paths += place.filePath(name);
    return paths;
}

// The names of such files that are not valid text, which QDir skips.
QStringList namesOfNoText(const QString &folder)
{
    QStringList names;
#ifdef Q_OS_UNIX
    DIR *const place = ::opendir(QFile::encodeName(folder).constData());
    if (!place)
        return names;
    while (const dirent *entry = ::readdir(place)) {
        const QByteArray name(entry->d_name);
        const bool isText = QFile::encodeName(QFile::decodeName(name)) == name;
        if (!isText && !name.startsWith('.') && name.toLower().endsWith(".json"))
            names += QString::fromUtf8(name);
    }
    ::closedir(place);
#else
    Q_UNUSED(folder)
#endif
    return names;
}

// Other JSON (an answer of a server, settings, a description of an API) has none of these keys, and
// would be offered as a pipeline with empty fields.
bool hasPipelineKey(const QJsonObject &object)
{
    const auto keys = {"name"_L1, "streamingSource"_L1, "streamingTarget"_L1};
    return std::any_of(keys.begin(), keys.end(),
                       [&object](QLatin1StringView key) { return object.contains(key); });
}

// Reads entries, with one form for all of them, because making a form costs more than a check.
class Reader
{
public:
    void readText(const QByteArray &text, const QString &origin);
    void readPath(const QString &path); // a file, or the files of a folder

    explicit Reader(const ReadLimits &limits = {})
        : m_limits(limits)
    {}

    ImportReading reading;

private:
    void readFile(const QString &path);
    void readFolder(const QString &path);
    void checkTotal(const QJsonObject &page, const QString &origin);
    void add(const QJsonValue &value, const QString &origin, int number);
    void addFault(const QString &origin, const QString &fault);
    void check(ImportEntry &entry);

    ReadLimits m_limits;
    qint64 m_bytes = 0; // read so far
    bool m_isOver = false;
    FormModel m_form;
};

void Reader::addFault(const QString &origin, const QString &fault)
{
    ImportEntry entry;
    entry.origin = origin;
    entry.fault = fault;
    reading.entries.append(entry);
}

void Reader::readText(const QByteArray &text, const QString &origin)
{
    const ParsedDocument parsed = parseJson(text);
    if (!parsed.document) {
        addFault(origin, parsed.fault.message);
        reading.entries.last().line = parsed.fault.line;
        reading.entries.last().column = parsed.fault.column;
        return;
    }
    const QJsonObject object = parsed.document->object();
    const bool isPage = object.value("results"_L1).isArray() &&
                        !object.contains("streamingSource"_L1) && !object.contains("name"_L1);
    if (parsed.document->isObject() && !isPage) {
        add(object, origin, 0);
        return;
    }
    const QJsonArray list =
        isPage ? object.value("results"_L1).toArray() : parsed.document->array();
    if (list.isEmpty())
        addFault(origin, ImportWords::tr("the list is empty"));
    for (qsizetype i = 0; i < list.size(); ++i)
        add(list.at(i), origin, int(i) + 1);
    if (isPage)
        checkTotal(object, origin);
}

// A page of a server's list holds a part of it, and looks like the whole.
void Reader::checkTotal(const QJsonObject &page, const QString &origin)
{
    const qsizetype held = page.value("results"_L1).toArray().size();
    const qint64 total = page.value("total"_L1).toInteger();
    if (total > held)
        reading.notes.append(ImportWords::tr("%1 says that there are %L2 pipelines, and holds %L3 "
                                             "of them.")
                                 .arg(QFileInfo(origin).fileName(), QLocale().toString(total),
                                      QLocale().toString(held)));
}

void Reader::readFile(const QString &path)
{
    const qint64 size = QFileInfo(path).size();
    m_isOver = m_isOver || (m_limits.goesOn && !m_limits.goesOn(path, size));
    if (m_isOver)
        return;
    // Refuses before reading, because the definitions take many times this size in memory.
    if (size <= m_limits.most && m_bytes + size > m_limits.most) {
        addFault(path,
                 ImportWords::tr("with the files before it this is more than %1 MB; import it by "
                                 "itself")
                     .arg(m_limits.most / (qint64(1024) * 1024)));
        return;
    }
    const FileContent content = readWhole(path, m_limits.most);
    m_bytes += content.bytes.size();
    if (content.problem.isEmpty())
        readText(content.bytes, path);
    else
        addFault(path, content.problem);
}

void Reader::readPath(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return readFile(path);
    readFolder(path);
}

void Reader::readFolder(const QString &path)
{
    if (!QFileInfo(path).isReadable())
        return addFault(path, ImportWords::tr("the folder cannot be read"));
    const QStringList files = filesIn(path);
    for (const QString &file : files)
        readFile(file);
    const QStringList others = namesOfNoText(path);
    for (const QString &name : others)
        addFault(QDir(path).filePath(name),
                 ImportWords::tr("its name is no UTF-8 text, so it is not read; rename it"));
    const QStringList within = foldersIn(path);
    if (!m_limits.withSubfolders)
        reading.folders += within;
    for (qsizetype i = 0; i < within.size() && m_limits.withSubfolders && !m_isOver; ++i) {
        m_isOver = m_limits.goesOn && !m_limits.goesOn(within.at(i), 0);
        if (!m_isOver)
            readFolder(within.at(i));
    }
}

void Reader::add(const QJsonValue &value, const QString &origin, int number)
{
    ImportEntry entry;
    entry.origin = origin;
    entry.number = number;
    if (value.isObject() && !hasPipelineKey(value.toObject())) {
        entry.fault = ImportWords::tr("it is no pipeline: it has neither a name nor a source nor a "
                                      "target");
    } else if (value.isObject()) {
        entry.definition = portableDefinition(value.toObject());
        check(entry);
    } else {
        entry.fault = ImportWords::tr("an object in braces is expected");
    }
    reading.entries.append(entry);
}

void Reader::check(ImportEntry &entry)
{
    m_form.setDefinition(*entry.definition);
    for (int row = 0; row < m_form.rowCount(); ++row) {
        const QString message = m_form.checkRow(row);
        if (!message.isEmpty())
            entry.problems.append(
                {m_form.index(row).data(FormModel::PathRole).toString(), message});
    }
    entry.verdict = SecretGuard::judge(*entry.definition);
    const bool isSaid =
        std::any_of(entry.problems.cbegin(), entry.problems.cend(),
                    [&where = entry.verdict.path](const ImportProblem &problem) {
                        return where.isAtOrBelow(DefinitionPath::fromText(problem.path));
                    });
    if (entry.holdsSecret() && !isSaid) // where the form has no field
        entry.problems.append({entry.verdict.path.text(), entry.verdict.reason});
}

} // namespace

QString ImportReading::foldersText() const
{
    if (folders.isEmpty())
        return {};
    QStringList names;
    for (const QString &folder : folders.first(qMin(folders.size(), foldersNamed)))
        names += QFileInfo(folder).fileName();
    if (folders.size() > foldersNamed)
        names += ImportWords::tr("and %Ln more", nullptr, int(folders.size() - foldersNamed));
    return ImportWords::tr("%Ln folder(s) within were not read: %1.", nullptr, int(folders.size()))
        .arg(names.join(u", "_s));
}

QString ImportEntry::name() const
{
    return definition ? Definition::name(*definition) : QString();
}

QString ImportEntry::faultText() const
{
    if (fault.isEmpty())
        return {};
    if (line > 0)
        return ImportWords::tr("Line %1, column %2: %3.")
            .arg(QString::number(line), QString::number(column), fault);
    return fault.at(0).toUpper() + fault.mid(1) + u'.';
}

QString ImportEntry::place() const
{
    return number == 0 ? origin
                       : ImportWords::tr("%1, entry %2").arg(origin, QString::number(number));
}

ImportReading readImport(const QByteArray &text, const QString &origin)
{
    Reader reader;
    reader.readText(text, origin);
    return reader.reading;
}

QList<ImportEntry> readDefinitions(const QByteArray &text, const QString &origin)
{
    return readImport(text, origin).entries;
}

ImportReading readImportFiles(const QStringList &paths, const ReadLimits &limits)
{
    Reader reader(limits);
    for (const QString &path : paths)
        reader.readPath(path);
    return reader.reading;
}

QList<ImportEntry> readDefinitionFiles(const QStringList &paths, const ReadLimits &limits)
{
    return readImportFiles(paths, limits).entries;
}

} // namespace Sluice
